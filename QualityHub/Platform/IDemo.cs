using System.Reflection;

namespace QualityHub.Platform;

/// <summary>
/// What the demo assembly offers the app. It is found as a file beside the app, in Development only; a Release publish has none.
/// </summary>
public interface IDemo
{
    /// <summary>Adds the demo's services. Throws with a sentence when the demo may not run here.</summary>
    void Add(IHostApplicationBuilder builder);

    void Map(WebApplication app);
}

public static class Demo
{
    private const string FileName = "QualityHub.Demo.dll";

    /// <summary>The demo, or null: outside Development, or where its assembly is not there.</summary>
    public static IDemo? Find(IHostEnvironment environment)
    {
        var file = Path.Combine(AppContext.BaseDirectory, FileName);
        if (!environment.IsDevelopment() || !File.Exists(file))
        {
            return null;
        }

        var demo = Assembly.LoadFrom(file).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IDemo)));
        return (IDemo)Activator.CreateInstance(demo)!;
    }
}
