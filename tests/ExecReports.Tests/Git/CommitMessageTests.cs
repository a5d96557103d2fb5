using ExecReports.Git;

namespace ExecReports.Tests.Git;

public sealed class CommitMessageTests
{
    [Theory]
    [InlineData("fix: the door", true)]
    [InlineData("Fixes the door", true)]
    [InlineData("fix(api)!: the door", true)]
    [InlineData("Hotfix for the door", true)]
    [InlineData("Revert \"Paint the door\"", true)]
    [InlineData("Rollback of the paint", true)]
    [InlineData("Roll back the paint", true)]
    [InlineData("Bugfix", true)]
    [InlineData("Prefix the names", false)]
    [InlineData("Add a fixture", false)]
    [InlineData("Paint the door\n\nThis fixes nothing", false)]
    public void A_fix_says_so_in_its_subject_as_a_whole_word(string message, bool expected) => Assert.Equal(expected, CommitMessage.IsFix(message));

    [Theory]
    [InlineData("Paint the door (#12)", true)]
    [InlineData("Paint the door (!12)\n\nBody", true)]
    [InlineData("Paint\n\nReviewed-by: Bo", true)]
    [InlineData("Paint\n\nSee merge request house/door!12", true)]
    [InlineData("Paint #12", false)]
    [InlineData("Paint\n\nThe door was Reviewed-by: nobody", false)]
    public void A_review_shows_as_a_pull_request_number_or_a_trailer(string message, bool expected) => Assert.Equal(expected, CommitMessage.IsReviewed(message));

    [Fact]
    public void The_subject_is_the_first_paragraph_in_one_line() => Assert.Equal("Paint the door", CommitMessage.SubjectOf("\nPaint\nthe door\n\nBody"));
}
