using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace QualityHub.Access;

public static class AccessServices
{
    public static IHostApplicationBuilder AddAccess(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SessionCookies.Session)
            .AddCookie(DeskShift.Scheme, SessionCookies.Desk);

        // Deny by default: what is open to everybody says so itself.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<Entitlement>();
        services.AddSingleton<DeviceLog>();
        services.AddSingleton<AgentTrust>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<StopToken>();
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<SignInFlow>();
        services.AddSingleton<StepCookie>();
        services.AddSingleton<FirstSetUp>();
        services.AddSingleton<CreateAccount>();
        services.AddSingleton<DisableAccount>();
        services.AddSingleton<SetRoles>();
        services.AddSingleton<ResetPassword>();
        services.AddScoped<AuthenticationStateProvider, CircuitSession>();
        services.AddScoped<CurrentPerson>();
        services.AddHostedService<AccessStart>();
        services.AddHostedService<IdleSweep>();
        return builder;
    }

    public static void MapAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        SessionEndpoints.Map(app);
        PasswordEndpoints.Map(app);
    }
}
