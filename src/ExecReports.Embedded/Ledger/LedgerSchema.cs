namespace ExecReports.Embedded.Ledger;

/// <summary>The tables of the ledger. Times are ISO 8601 text in UTC, so that the file can be read with any SQLite tool.</summary>
static class LedgerSchema
{
    /// <summary>Marks a SQLite file as a ledger of ours (PRAGMA application_id): "XRL1".</summary>
    public const int ApplicationId = 0x58524C31;

    /// <summary>The newest layout that this program reads and writes (PRAGMA user_version).</summary>
    public const int Version = 2;

    public const string Create = """
        CREATE TABLE items (
            report_type TEXT NOT NULL,
            generated_timestamp TEXT NOT NULL,
            run_id TEXT NOT NULL,
            as_of TEXT NOT NULL,
            subject TEXT NOT NULL,
            sender TEXT NOT NULL,
            audit_bcc TEXT,
            template_version TEXT NOT NULL,
            files TEXT NOT NULL,
            gaps TEXT NOT NULL,
            held INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            schema_version INTEGER NOT NULL,
            PRIMARY KEY (report_type, generated_timestamp)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX items_by_run ON items (run_id);
        CREATE INDEX items_by_time ON items (generated_timestamp);

        CREATE TABLE deliveries (
            report_type TEXT NOT NULL,
            generated_timestamp TEXT NOT NULL,
            position INTEGER NOT NULL,
            delivery_id TEXT NOT NULL UNIQUE,
            recipient_id TEXT NOT NULL,
            address TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
            owner TEXT,
            lease_until TEXT,
            message_id TEXT,
            attempts INTEGER NOT NULL,
            error TEXT,
            claimed_at TEXT,
            settled_at TEXT,
            decisions TEXT NOT NULL DEFAULT '[]',
            revision INTEGER NOT NULL,
            PRIMARY KEY (report_type, generated_timestamp, position),
            FOREIGN KEY (report_type, generated_timestamp) REFERENCES items
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>From layout 1 to 2.</summary>
    public const string Second = """
        ALTER TABLE items ADD COLUMN audit_bcc TEXT;
        ALTER TABLE deliveries ADD COLUMN decisions TEXT NOT NULL DEFAULT '[]';
        """;
}
