using Microsoft.AspNetCore.Identity;

namespace QualityHub.Access;

/// <summary>About 80 bits (CNIL 2022-100): twelve characters of four classes, or fourteen with upper case, lower case and digits.</summary>
internal sealed class PasswordRule : IPasswordValidator<Account>
{
    public static bool Allows(string password)
    {
        var three = password.Any(char.IsUpper) && password.Any(char.IsLower) && password.Any(char.IsDigit);
        var special = password.Any(character => !char.IsLetterOrDigit(character));
        return three && password.Length >= (special ? 12 : 14);
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(password is not null && Allows(password)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordTooWeak", Description = "PasswordTooWeak" }));
}
