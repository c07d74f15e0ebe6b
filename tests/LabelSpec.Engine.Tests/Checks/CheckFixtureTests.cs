using LabelSpec.Engine.Checks;

namespace LabelSpec.Engine.Tests.Checks;

public class CheckFixtureTests
{
    public static TheoryData<string> Codes => [.. CheckCatalogue.All.Select(check => check.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_violating_fixture_is_found_where_it_is_wrong(string code)
    {
        var found = CheckFixtures.FindingsOf(code, "violating").Select(CheckFixtures.Show).ToArray();

        // To accept changed findings after a look at them: LABELSPEC_ACCEPT=1 dotnet test.
        if (Environment.GetEnvironmentVariable("LABELSPEC_ACCEPT") == "1")
            File.WriteAllLines(CheckFixtures.Expected(code), found);
        Assert.NotEmpty(found);
        Assert.Equal(File.ReadAllLines(CheckFixtures.Expected(code)), found);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_clean_fixture_is_not_found(string code) => Assert.Empty(CheckFixtures.FindingsOf(code, "clean"));
}
