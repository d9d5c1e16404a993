using Bunit;
using Microsoft.Extensions.DependencyInjection;
using QualityHub.Access;
using QualityHub.Platform;
using QualityHub.Shell;

namespace QualityHub.Tests.Shell;

public sealed class NavigationRailTests : BunitContext
{
    public NavigationRailTests() => Services.AddLocalization();

    [Theory]
    [InlineData(Roles.Supervisor, "/wallboard")]
    [InlineData(Roles.Agent, "/desk")]
    [InlineData(Roles.Administrator, "/admin/people")]
    [InlineData(Roles.DataProtectionOfficer, "/ledger")]
    public void Everyone_starts_in_their_own_room(string role, string first) => Assert.Equal(first, Room.FirstFor(With(role)));

    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.DataProtectionOfficer)]
    [InlineData(Roles.WorksCouncil)]
    [InlineData(Roles.Trainer)]
    public void Who_may_not_hear_is_not_led_to_the_calls_or_the_scores(string role)
    {
        var addresses = AddressesFor(With(role));

        Assert.DoesNotContain("/wallboard", addresses);
        Assert.DoesNotContain("/evaluations", addresses);
    }

    [Fact]
    public void Somebody_with_two_roles_sees_the_rooms_of_both() =>
        Assert.Equal(["/wallboard", "/desk", "/evaluations"], AddressesFor(With(Roles.Supervisor, Roles.Agent)));

    [Fact]
    public void Nobody_signed_in_sees_no_rooms() =>
        Assert.Empty(Render<NavigationRail>(parameters => parameters.Add(rail => rail.Person, null)).Markup.Trim());

    private List<string> AddressesFor(Person person) =>
        [.. Render<NavigationRail>(parameters => parameters.Add(rail => rail.Person, person)).FindAll("a").Select(link => link.GetAttribute("href")!)];

    private static Person With(params string[] roles) =>
        new(Id.New<AccountId>(TimeProvider.System), "Léa Martin", null, null, roles.ToHashSet());
}
