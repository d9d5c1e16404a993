using QualityHub.Access;
using QualityHub.Agents;
using QualityHub.Ledger;
using QualityHub.Platform;
using QualityHub.Tests.Ledger;

namespace QualityHub.Tests.Agents;

public sealed class AgentChangesTests : IDisposable
{
    private readonly LedgerFolder _folder = new();
    private readonly Entitlement _entitlement = new();
    private readonly AccountChanges _accountChanges = new();
    private readonly AgentDirectory _directory;
    private readonly AccountStore _accounts;
    private readonly AgentChange _change;
    private readonly LinkAccount _link;
    private readonly Person _administrator;

    public AgentChangesTests()
    {
        _directory = new AgentDirectory(new AgentStore(_folder.Database));
        _accounts = new AccountStore(_folder.Database, _entitlement);
        _change = new AgentChange(_folder.Database, _folder.Writer, _directory, _entitlement);
        _link = new LinkAccount(_change, _accounts, new SignIns(_folder.Database, _accountChanges, _folder.Clock));
        _administrator = new Person(Id.New<AccountId>(_folder.Clock), "Paul", null, null, new HashSet<string> { Roles.Administrator });
        _entitlement.Know(_administrator.Account, active: true, [Roles.Administrator]);
    }

    [Fact]
    public async Task An_added_agent_is_known_at_once_by_a_code_in_any_case()
    {
        var added = await AddAsync("C.Bernard", "Camille B.");

        Assert.Equal(added.Value, _directory.ByCode("c.BERNARD")?.Id);
        Assert.Contains(LedgerCommand.Entries(_folder.Database.Path), entry => entry.Kind == LedgerKinds.AgentChanged && entry.Subject == $"agent:{added.Value}");
    }

    [Theory]
    [InlineData("élise", "ÉLISE", "CodeTaken")]
    [InlineData("camille", " ", "CodeMissing")]
    public async Task A_code_is_given_once_whatever_its_case(string first, string second, string refused)
    {
        await AddAsync(first, "Une");

        Assert.Equal(refused, (await AddAsync(second, "Deux")).Refusal?.Code);
        Assert.Single(_directory.All);
    }

    [Fact]
    public async Task Only_an_administrator_changes_agents_whatever_the_sign_in_still_says()
    {
        _entitlement.Know(_administrator.Account, active: true, [Roles.Supervisor]);

        Assert.Equal("AdministratorsOnly", (await AddAsync("camille", "Camille")).Refusal?.Code);
        Assert.Empty(LedgerCommand.Entries(_folder.Database.Path));
    }

    [Fact]
    public async Task A_linked_account_becomes_the_agent_and_its_open_sign_ins_end()
    {
        var agent = (await AddAsync("camille", "Camille")).Value;
        var account = await AccountAsync("camille", Roles.Agent);
        using var changes = _accountChanges.Subscribe(4);

        var linked = await _link.HandleAsync(_administrator, agent, account, CancellationToken.None);

        Assert.True(linked.Succeeded);
        Assert.Equal(agent, _directory.ByAccount(account)?.Id);
        Assert.Equal(agent, (await _accounts.FindAsync(account, CancellationToken.None))?.Agent);
        Assert.True(changes.Reader.TryRead(out var change));
        Assert.Equal(new AccountChange(account, AccountChangeKind.RolesChanged), change);
    }

    [Fact]
    public async Task Nobody_makes_their_own_account_an_agent()
    {
        var agent = (await AddAsync("camille", "Camille")).Value;

        Assert.Equal("NotYourself", (await _link.HandleAsync(_administrator, agent, _administrator.Account, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task An_account_is_one_agent_at_most_and_has_the_role()
    {
        var camille = (await AddAsync("camille", "Camille")).Value;
        var thomas = (await AddAsync("thomas", "Thomas")).Value;
        var account = await AccountAsync("camille", Roles.Agent);
        var supervisor = await AccountAsync("lea", Roles.Supervisor);
        await _link.HandleAsync(_administrator, camille, account, CancellationToken.None);

        Assert.Equal("AccountTaken", (await _link.HandleAsync(_administrator, thomas, account, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("AccountIsNoAgent", (await _link.HandleAsync(_administrator, thomas, supervisor, CancellationToken.None)).Refusal?.Code);
    }

    [Fact]
    public async Task A_retired_agent_has_no_account_left_to_draw_a_banner()
    {
        var agent = (await AddAsync("camille", "Camille")).Value;
        var account = await AccountAsync("camille", Roles.Agent);
        await _link.HandleAsync(_administrator, agent, account, CancellationToken.None);
        var retire = new RetireAgent(_change, _accounts, new SignIns(_folder.Database, _accountChanges, _folder.Clock));

        await retire.HandleAsync(_administrator, agent, CancellationToken.None);

        Assert.Null(_directory.ByAccount(account));
        Assert.False(_directory.Find(agent)!.Active);
        Assert.Null((await _accounts.FindAsync(account, CancellationToken.None))?.Agent);
    }

    [Fact]
    public async Task An_extension_said_again_moves_to_the_other_agent()
    {
        var connector = Guid.CreateVersion7();
        var map = new MapExtension(_change);
        var camille = (await AddAsync("camille", "Camille")).Value;
        var thomas = (await AddAsync("thomas", "Thomas")).Value;

        await map.HandleAsync(_administrator, connector, "201", camille, CancellationToken.None);
        await map.HandleAsync(_administrator, connector, "201", thomas, CancellationToken.None);

        Assert.Equal(thomas, _directory.ByExtension(connector, "201")?.Id);
    }

    public void Dispose()
    {
        _directory.Dispose();
        _folder.Dispose();
    }

    private Task<Outcome<AgentId>> AddAsync(string code, string name) =>
        new AddAgent(_change, _folder.Clock).HandleAsync(_administrator, new AgentDetails { Code = code, Name = name }, CancellationToken.None);

    private async Task<AccountId> AccountAsync(string userName, string role)
    {
        var account = new Account
        {
            Id = Id.New<AccountId>(_folder.Clock),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Name = userName,
            Roles = [role],
            CreatedAt = _folder.Clock.GetUtcNow(),
        };
        await _folder.Database.WriteAsync(write => _accounts.AddAsync(write, account), CancellationToken.None);
        return account.Id;
    }
}
