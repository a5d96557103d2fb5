namespace ExecReports.Embedded.Hub;

/// <summary>
/// The tables of the journal. Times are UTC ticks. Locks on work are not stored: the one process that may open the journal keeps them in
/// memory, and so they are void when it dies.
/// </summary>
internal static class JournalSchema
{
    /// <summary>Marks a SQLite file as a journal of ours (PRAGMA application_id): "XRJ1".</summary>
    public const int ApplicationId = 0x58524A31;

    /// <summary>The newest layout that this program reads and writes (PRAGMA user_version).</summary>
    public const int Version = 1;

    public const string Create = """
        CREATE TABLE instances (
            instance_id TEXT NOT NULL PRIMARY KEY,
            execution_id TEXT NOT NULL,
            name TEXT NOT NULL,
            version TEXT,
            status TEXT NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            completed INTEGER,
            input TEXT,
            output TEXT,
            custom_status TEXT,
            failure TEXT,
            tags TEXT
        ) STRICT;
        CREATE INDEX instances_by_creation ON instances (created, instance_id);

        -- The history of each instance's present execution.
        CREATE TABLE history (
            instance_id TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            event TEXT NOT NULL,
            PRIMARY KEY (instance_id, sequence)
        ) STRICT, WITHOUT ROWID;

        -- What orchestrations have yet to take in; a timer is a message that is due later.
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            instance_id TEXT NOT NULL,
            execution_id TEXT,
            due INTEGER NOT NULL,
            event TEXT NOT NULL
        ) STRICT;
        CREATE INDEX messages_by_instance ON messages (instance_id);

        -- Activities that were scheduled and have no result yet.
        CREATE TABLE activities (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            instance_id TEXT NOT NULL,
            execution_id TEXT NOT NULL,
            event TEXT NOT NULL
        ) STRICT;
        CREATE INDEX activities_by_instance ON activities (instance_id);
        """;
}
