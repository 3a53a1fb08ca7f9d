using MatchSim.Cli.Shell;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MatchSim.Cli.Store;

/// <summary>What can go wrong with a store that the user can mend, in sentences.</summary>
internal static class StoreTrouble
{
    /// <summary>The file is torn, or no store.</summary>
    public static bool IsDamage(SqliteException error) =>
        error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_FORMAT or raw.SQLITE_CONSTRAINT
        || error.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHORT_READ;

    /// <summary>Whether the user can mend it: no room, no permission, another run at work.</summary>
    public static bool Explains(SqliteException error) => error.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR
        or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM
        or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>The sentence.</summary>
    public static UserErrorException Say(SqliteException error, string path) => new(error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new Mistake("that another program is using it", "one run at a time in a folder", path),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM =>
            new Mistake($"that it cannot be opened ({Reason(error)})", "a file that you may read and write, in a folder that you may write to", path),
        _ => new Mistake(
            $"that it cannot be written ({Reason(error)})", "a disk with room; what was finished is kept, and the same command with --resume goes on", path),
    });

    public static Mistake Damaged(string path) => new(
        "a damaged run store", "a whole one; run the scenario again without --resume, which replaces it", path);

    private static string Reason(SqliteException error) => raw.sqlite3_errstr(error.SqliteErrorCode).utf8_to_string();
}
