using ExecReports.Git;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Tests.Git;

public sealed class HostileRepositoryTests
{
    [Fact]
    public async Task A_repository_whose_settings_name_programs_runs_none_of_them()
    {
        using var repository = TestRepository.Create(stream => stream.Line(5), bare: false);
        repository.Git("reset", "-q", "--hard");
        var (marker, program) = Trap(repository);
        repository.Git("tag", "-m", "Signed?", "v1");
        File.WriteAllText(Path.Combine(repository.Folder, ".gitattributes"), "* diff=trap filter=trap\n");
        File.WriteAllText(Path.Combine(repository.Folder, ".git", "info", "attributes"), "* diff=trap filter=trap\n");
        repository.Git("branch", "old", "main~2");
        foreach (var hook in (string[])["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman"])
        {
            File.Copy(program, Path.Combine(repository.Folder, ".git", "hooks", hook));
        }

        File.AppendAllText(Path.Combine(repository.Folder, ".git", "config"), $"""
            [core]
                fsmonitor = {program}
                pager = {program}
                sshCommand = {program}
                editor = {program}
                askPass = {program}
                gitProxy = {program}
                alternateRefsCommand = {program}
                hooksPath = {Path.Combine(repository.Folder, ".git", "hooks")}
            [alias]
                log = !{program}
                cat-file = !{program}
                for-each-ref = !{program}
            [pager]
                log = {program}
                for-each-ref = {program}
            [diff]
                external = {program}
            [diff "trap"]
                command = {program}
                textconv = {program}
            [filter "trap"]
                clean = {program}
                smudge = {program}
                process = {program}
            [log]
                showSignature = true
                follow = true
            [gpg]
                program = {program}
            [gpg "ssh"]
                program = {program}
            [credential]
                helper = {program}
            [color]
                ui = always
            [diff]
                orderFile = {program}
                ignoreSubmodules = all
                relative = true
            """);

        var audit = await repository.AuditAsync();

        Assert.Equal(5, audit.Commits);
        Assert.False(File.Exists(marker), "a program of the repository was run");
    }

    [Fact]
    public async Task A_signed_commit_is_not_verified_by_the_repositorys_program()
    {
        using var repository = TestRepository.Create(stream => stream.Line(1), bare: false);
        var (marker, program) = Trap(repository);
        var commit = repository.Git("cat-file", "commit", "main").Replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n no signature\n -----END PGP SIGNATURE-----\n\n", StringComparison.Ordinal);
        var file = Path.Combine(repository.Root, "commit");
        await File.WriteAllTextAsync(file, commit, TestContext.Current.CancellationToken);
        repository.Git("update-ref", "refs/heads/main", repository.Git("hash-object", "-t", "commit", "-w", file).Trim());
        repository.Git("config", "log.showSignature", "true");
        repository.Git("config", "gpg.program", program);

        Assert.Equal(1, (await repository.AuditAsync()).Commits);
        Assert.False(File.Exists(marker), "a program of the repository was run");
    }

    [Fact]
    public async Task A_missing_object_is_not_fetched_through_a_program_that_the_repository_names()
    {
        using var repository = TestRepository.Create(stream => stream.Line(3));
        var (marker, program) = Trap(repository);
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.promisor", "true"), ("remote.origin.url", $"ext::{program}"),
            ("protocol.ext.allow", "always"), ("protocol.allow", "always")])
        {
            repository.Git("config", name, value);
        }

        TestObjects.Explode(repository);
        TestObjects.Remove(repository, "main:file2.txt");

        var refusal = await Assert.ThrowsAsync<GitAuditException>(() => repository.ByGitAsync());

        Assert.Contains(repository.Folder, refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(marker), "a program of the repository was run");
    }

    [Fact]
    public async Task A_repository_that_makes_git_wait_for_ever_is_given_up_after_the_limit_of_time()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "named pipes are no files there");
        using var repository = TestRepository.Create(stream => stream.Line(1));
        var pipe = Path.Combine(repository.Root, "pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await File.AppendAllTextAsync(Path.Combine(repository.Folder, "config"), $"[include]\n\tpath = {pipe}\n", TestContext.Current.CancellationToken);
        var time = new FakeTimeProvider();
        using var auditor = new RepositoryAuditor(RepositoryReader.Git, time, TimeSpan.FromMinutes(1));

        var audit = auditor.AuditAsync(TestRepository.Request(repository.Folder), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains("longer than 60 seconds", (await Assert.ThrowsAsync<GitAuditException>(() => audit)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_and_variables_of_the_user_change_nothing()
    {
        using var repository = TestRepository.Create(stream => stream.Line(5));
        Environment.SetEnvironmentVariable("GIT_DIR", Path.Combine(repository.Root, "elsewhere"));
        try
        {
            Assert.Equal(5, (await repository.ByGitAsync()).Commits);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GIT_DIR", null);
        }
    }

    // A program that leaves a file behind when it is run.
    private static (string Marker, string Program) Trap(TestRepository repository)
    {
        var marker = Path.Combine(repository.Root, "was-run");
        var program = Path.Combine(repository.Root, "trap");
        File.WriteAllText(program, $"#!/bin/sh\necho run >> '{marker}'\ncat\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return (marker, program);
    }

}
