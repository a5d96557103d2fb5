using CsCheck;
using ExecReports.Git;

namespace ExecReports.Tests.Git;

public sealed class MailmapTests
{
    private static readonly string[] _names = ["", "Ann", "Bo Birk", "ANN"];
    private static readonly string[] _emails = ["a@example.com", "A@Example.com", "b@example.com", "c@example.com"];

    private static readonly Gen<string> _line = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 9])
        .Select((first, firstEmail, second, secondEmail, kind) => kind switch
        {
            0 => "# a comment <a@example.com>",
            < 4 => $"{_names[first]} <{_emails[firstEmail]}>",
            _ => $"{_names[first]} <{_emails[firstEmail]}> {_names[second]} <{_emails[secondEmail]}>",
        });

    [Fact]
    public void It_resolves_as_git_check_mailmap_does()
    {
        using var repository = TestRepository.Create(bare: false);
        var asked = _names.Skip(1).SelectMany(name => _emails.Select(email => (name, email))).ToArray();
        _line.Array[0, 6].Sample(
            lines =>
            {
                var text = string.Join('\n', lines) + "\n";
                File.WriteAllText(Path.Combine(repository.Folder, ".mailmap"), text);
                var answers = repository.Git(["check-mailmap", .. asked.Select(who => $"{who.name} <{who.email}>")]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var map = Mailmap.Parse(text);
                Assert.Equal(answers, asked.Select(who => map.Resolve(who.name, who.email)).Select(who => $"{who.Name} <{who.Email}>"));
            },
            iter: 60,
            threads: 1);
    }
}
