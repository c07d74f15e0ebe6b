using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Tests.Findings;

public class DecidingValueTests
{
    [Fact]
    public void A_number_shows_at_most_four_decimals() =>
        Assert.Equal("iou = 0.9123", new DecidingValue("iou", 0.912345).ToString());

    [Fact]
    public void A_text_shows_as_it_is() => Assert.Equal("class = car", new DecidingValue("class", "car").ToString());

    [Fact]
    public void A_flag_shows_as_yes_or_no()
    {
        Assert.Equal("yes", new DecidingValue("outside", true).Display);
        Assert.Equal("no", new DecidingValue("outside", false).Display);
    }
}
