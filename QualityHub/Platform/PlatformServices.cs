using Microsoft.AspNetCore.DataProtection;

namespace QualityHub.Platform;

public static class PlatformServices
{
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>()
            .BindConfiguration(DatabaseOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Database>();
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<Refusals>();

        // Keys on disk: a stop token must still be good after a restart.
        var folder = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.DataFolder ?? new DatabaseOptions().DataFolder;
        builder.Services.AddDataProtection()
            .SetApplicationName("QualityHub")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder, "keys")));
        return builder;
    }

    public static void MigrateDatabase(this IHost app) =>
        Migrations.Run(app.Services.GetRequiredService<Database>());
}
