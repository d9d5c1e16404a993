using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using QualityHub.Platform;

namespace QualityHub.Demo;

/// <summary>The demo call centre: its telephone system, its people and their desks.</summary>
public sealed class DemoCentre : IDemo
{
    public void Add(IHostApplicationBuilder builder)
    {
    }

    public void Map(WebApplication app)
    {
    }
}
