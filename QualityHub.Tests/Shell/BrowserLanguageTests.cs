using Microsoft.AspNetCore.Http;
using QualityHub.Shell;

namespace QualityHub.Tests.Shell;

public sealed class BrowserLanguageTests
{
    [Theory]
    [InlineData("en-US,en;q=0.9", "en-GB")]
    [InlineData("en;q=0.5,fr-CA;q=0.8", "fr-FR")]
    [InlineData("de,en;q=0.3", "en-GB")]
    public async Task The_browsers_first_language_of_ours_decides(string asked, string culture)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = asked;

        var result = await new BrowserLanguage().DetermineProviderCultureResult(http);

        Assert.Equal(culture, Assert.Single(result!.UICultures).Value);
    }

    [Fact]
    public async Task A_browser_that_names_none_of_ours_leaves_the_default()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = "de,it";

        Assert.Null(await new BrowserLanguage().DetermineProviderCultureResult(http));
    }
}
