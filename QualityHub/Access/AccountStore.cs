using Dapper;
using QualityHub.Platform;

namespace QualityHub.Access;

/// <summary>The accounts and their roles. Whatever is saved here is known to <see cref="Entitlement"/> as soon as it is on disk.</summary>
public sealed class AccountStore(Database database, Entitlement entitlement)
{
    private const string Columns =
        """
        id, user_name, normalized_user_name, name, password_hash, security_stamp, active, agent_id as agent, two_factor, authenticator_key,
        recovery_codes, failed_count, locked_until_at as locked_until, must_change_password, reset_pending, created_at
        """;

    public Task<Account?> FindAsync(AccountId id, CancellationToken cancellationToken) =>
        FindAsync($"select {Columns} from accounts where id = @id", new { id }, cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync($"select {Columns} from accounts where normalized_user_name = @name", new { name = normalizedUserName }, cancellationToken);

    /// <summary>Every account, by name.</summary>
    public Task<IReadOnlyList<AccountSummary>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AccountSummary>>(
            async connection =>
            {
                var roles = (await connection.QueryAsync<RoleRow>("select account_id as account, role from account_roles order by role"))
                    .ToLookup(row => row.Account, row => row.Role);
                var rows = await connection.QueryAsync<SummaryRow>(
                    """
                    select a.id, a.user_name, a.name, a.active, a.agent_id as agent,
                           a.two_factor = 1 or exists (select 1 from passkeys p where p.account_id = a.id) as has_second_factor,
                           (select max(s.started_at) from sign_ins s where s.account_id = a.id) as last_sign_in_at
                      from accounts a
                     order by a.name, a.user_name
                    """);
                return
                [
                    .. rows.Select(row => new AccountSummary
                    {
                        Id = row.Id,
                        UserName = row.UserName,
                        Name = row.Name,
                        Active = row.Active,
                        Agent = row.Agent,
                        Roles = [.. roles[row.Id]],
                        HasSecondFactor = row.HasSecondFactor,
                        LastSignInAt = row.LastSignInAt,
                    }),
                ];
            },
            cancellationToken);

    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<bool>("select exists (select 1 from accounts)"), cancellationToken);

    /// <summary>Adds the account and its roles. Throws when the user name is taken.</summary>
    public async Task AddAsync(Write write, Account account)
    {
        await write.ExecuteAsync(
            """
            insert into accounts (id, user_name, normalized_user_name, name, password_hash, security_stamp, active, agent_id, two_factor,
                                  authenticator_key, recovery_codes, failed_count, locked_until_at, must_change_password, reset_pending, created_at)
            values (@Id, @UserName, @NormalizedUserName, @Name, @PasswordHash, @SecurityStamp, @Active, @Agent, @TwoFactor,
                    @AuthenticatorKey, @RecoveryCodes, @FailedCount, @LockedUntil, @MustChangePassword, @ResetPending, @CreatedAt)
            """,
            account);
        await SetRolesAsync(write, account, account.Roles);
    }

    /// <summary>Saves everything but the roles and the agent.</summary>
    public async Task SaveAsync(Write write, Account account)
    {
        await write.ExecuteAsync(
            """
            update accounts
               set user_name = @UserName, normalized_user_name = @NormalizedUserName, name = @Name, password_hash = @PasswordHash,
                   security_stamp = @SecurityStamp, active = @Active, two_factor = @TwoFactor, authenticator_key = @AuthenticatorKey,
                   recovery_codes = @RecoveryCodes, failed_count = @FailedCount, locked_until_at = @LockedUntil,
                   must_change_password = @MustChangePassword, reset_pending = @ResetPending
             where id = @Id
            """,
            account);
        write.AfterCommit(() => entitlement.Know(account));
    }

    public async Task SetRolesAsync(Write write, Account account, IReadOnlyList<string> roles)
    {
        await write.ExecuteAsync("delete from account_roles where account_id = @Id", new { account.Id });
        foreach (var role in roles)
        {
            await write.ExecuteAsync("insert into account_roles (account_id, role) values (@Id, @role)", new { account.Id, role });
        }

        account.Roles = roles;
        write.AfterCommit(() => entitlement.Know(account));
    }

    /// <summary>Says which agent the account is. The next sign-in carries it; whoever changes it ends the open ones with <see cref="SignIns"/>.</summary>
    public Task LinkAgentAsync(Write write, AccountId account, AgentId? agent) =>
        write.ExecuteAsync("update accounts set agent_id = @agent where id = @account", new { account, agent });

    private Task<Account?> FindAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var account = await connection.QuerySingleOrDefaultAsync<Account>(sql, parameters);
                if (account is not null)
                {
                    account.Roles =
                        [.. await connection.QueryAsync<string>("select role from account_roles where account_id = @Id order by role", new { account.Id })];
                }

                return account;
            },
            cancellationToken);

    private sealed record RoleRow
    {
        public AccountId Account { get; init; }

        public string Role { get; init; } = string.Empty;
    }

    private sealed record SummaryRow
    {
        public AccountId Id { get; init; }

        public string UserName { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public bool Active { get; init; }

        public AgentId? Agent { get; init; }

        public bool HasSecondFactor { get; init; }

        public DateTimeOffset? LastSignInAt { get; init; }
    }
}
