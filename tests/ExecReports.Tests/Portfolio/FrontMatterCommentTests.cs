namespace ExecReports.Tests.Portfolio;

/// <summary>A line that begins with <c>#</c> is a comment in front matter and a heading behind it.</summary>
public class FrontMatterCommentTests
{
    [Fact]
    public void A_comment_in_front_matter_that_is_closed_ends_nothing()
    {
        var handoff = Sample.Read("""
            ---
            id: acme
            # domains: [acme.example.com]
            ## more to come
            kind: charter
            ---
            # Acme

            ## Costs
            | Item | Expected |
            |---|---|
            | Slip | $900 |
            """);

        Assert.Equal("acme", handoff.Id);
        Assert.Equal(ExecReports.Portfolio.EntityKind.Charter, handoff.Kind);
        Assert.Equal(12, Assert.Single(handoff.Costs).At.Line);
        Assert.Empty(handoff.Diagnostics);
    }

    [Fact]
    public void Front_matter_that_is_never_closed_still_ends_at_the_first_heading()
    {
        var handoff = Sample.Read("""
            ---
            id: acme
            # Acme

            We sail: people, and
            their dogs.

            ## Costs
            | Item | Expected |
            |---|---|
            | Slip | $900 |

            ---
            """);

        Assert.Contains(handoff.Diagnostics, diagnostic => diagnostic.Code == "front-matter-open");
        Assert.Equal("Slip", Assert.Single(handoff.Costs).Item);
    }
}
