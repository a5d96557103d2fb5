namespace ExecReports.Git;

/// <summary>What a path says about a repository: tests, CI definitions, lock files.</summary>
internal static class TreeMarks
{
    private static readonly HashSet<string> _testFolders = new(["test", "tests", "__tests__", "spec", "specs", "e2e", "testing"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] _testEndings =
        ["_test.go", "_test.py", "_spec.rb", "_test.rb", "_test.dart", "Test.cs", "Tests.cs", "Test.java", "Tests.java", "Test.kt", "Test.php", "Tests.swift"];

    private static readonly HashSet<string> _ciFiles = new(
        [
            ".gitlab-ci.yml", ".circleci/config.yml", "Jenkinsfile", "bitbucket-pipelines.yml", ".travis.yml", ".drone.yml", ".woodpecker.yml", ".buildkite/pipeline.yml",
            "appveyor.yml", ".appveyor.yml", "buildspec.yml", "azure-pipelines.yml", ".azure-pipelines.yml", "cloudbuild.yaml", ".ci/run",
        ], StringComparer.Ordinal);

    private static readonly HashSet<string> _lockFiles = new(
        [
            "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "poetry.lock", "Pipfile.lock", "uv.lock", "pdm.lock", "Gemfile.lock",
            "composer.lock", "Cargo.lock", "go.sum", "packages.lock.json", "paket.lock", "mix.lock", "pubspec.lock", "flake.lock", "gradle.lockfile", "Package.resolved", "Podfile.lock",
        ], StringComparer.Ordinal);

    /// <summary>A file of tests, by its folder or its name.</summary>
    public static bool IsTest(string path)
    {
        var rest = path.AsSpan();
        while (rest.IndexOf('/') is var slash and >= 0)
        {
            var folder = rest[..slash];
            if (_testFolders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folder) || folder.EndsWith(".Tests", StringComparison.Ordinal))
            {
                return true;
            }

            rest = rest[(slash + 1)..];
        }

        var name = rest.ToString();
        return (name.StartsWith("test_", StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal))
            || name.Contains(".test.", StringComparison.Ordinal)
            || name.Contains(".spec.", StringComparison.Ordinal)
            || _testEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>A definition of continuous integration.</summary>
    public static bool IsCi(string path) =>
        _ciFiles.Contains(path)
        || (path.StartsWith(".github/workflows/", StringComparison.Ordinal) && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)));

    /// <summary>A lock file of a package manager; those of installed packages do not count.</summary>
    public static bool IsLock(string path) =>
        _lockFiles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(path.AsSpan(path.LastIndexOf('/') + 1)) && !IsForeign(path);

    /// <summary>Code of others that was committed along.</summary>
    public static bool IsForeign(string path) =>
        path.StartsWith("node_modules/", StringComparison.Ordinal) || path.Contains("/node_modules/", StringComparison.Ordinal) || path.StartsWith("vendor/", StringComparison.Ordinal);
}
