namespace QualityHub.Access;

/// <summary>A demo person as a card on the sign-in page.</summary>
/// <param name="Account">The account the card signs in.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Does">What they come to do, already in the reader's language.</param>
public sealed record DemoPerson(AccountId Account, string Name, string Does);

/// <summary>Who can be signed in with one click. Registered by the demo assembly only, and asked in Development only.</summary>
public interface IDemoPeople
{
    IReadOnlyList<DemoPerson> People { get; }

    /// <summary>What the page says under the cards, already in the reader's language.</summary>
    string Hint { get; }
}
