using System.Text.RegularExpressions;
using QualityHub.Platform;

namespace QualityHub.Evaluations;

/// <summary>What a comment may not hold: more than it takes to say one fact, or a card's number or code.</summary>
public static partial class CommentRule
{
    public const int Longest = 500;

    public static Refusal? Refuses(string? comment)
    {
        if (comment is null)
        {
            return null;
        }

        if (comment.Length > Longest)
        {
            return Refusal.In<EvaluationsWords>("CommentTooLong", Longest);
        }

        return CardCode().IsMatch(comment) || LongNumber().Matches(comment).Any(number => IsCard(number.Value))
            ? Refusal.In<EvaluationsWords>("CommentHoldsCard")
            : null;
    }

    // Luhn's check: chance digits pass one time in ten, card numbers always.
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse().ToList();
        var sum = digits.Select((digit, place) => place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum();
        return digits.Count is >= 13 and <= 19 && sum % 10 == 0;
    }

    [GeneratedRegex(@"\d(?:[ .\-]?\d){12,18}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\b(?:cvv|cvc|cryptogramme)\D{0,12}\d{3,4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex CardCode();
}
