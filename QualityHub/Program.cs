using QualityHub.Access;
using QualityHub.Agents;
using QualityHub.Calls;
using QualityHub.Campaigns;
using QualityHub.Compliance;
using QualityHub.Desk;
using QualityHub.Evaluations;
using QualityHub.Forms;
using QualityHub.Ledger;
using QualityHub.Listening;
using QualityHub.Platform;
using QualityHub.Shell;
using QualityHub.Telephony;

if (LedgerCommand.Run(args, Console.Out) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // The demo's settings are copied beside the binaries; see the project file.
    ContentRootPath = AppContext.BaseDirectory,
});

builder.AddPlatform();
builder.AddLedger();
builder.AddAccess();
builder.AddAgents();
builder.AddCalls();
builder.AddTelephony();
builder.AddCampaigns();
builder.AddForms();
builder.AddListening();
builder.AddEvaluations();
builder.AddDesk();
builder.AddCompliance();
builder.AddShell();

var demo = Demo.Find(builder.Environment);
demo?.Add(builder);

var app = builder.Build();

app.MigrateDatabase();

app.UseSecurityHeaders();
app.MapLedger();
app.MapAccess();
app.MapAgents();
app.MapTelephony();
app.MapListening();
app.MapEvaluations();
app.MapDesk();
app.MapCompliance();
app.MapShell();
demo?.Map(app);

await app.RunAsync();
return 0;
