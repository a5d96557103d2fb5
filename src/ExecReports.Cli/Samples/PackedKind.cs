namespace ExecReports.Cli.Samples;

/// <summary>What an object of a pack is, by the number that the format gives it.</summary>
internal enum PackedKind
{
    Commit = 1,
    Tree = 2,
    Blob = 3,
}
