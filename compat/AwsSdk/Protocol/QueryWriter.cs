using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Protocol;

/// <summary>Writes the parameters of a query request. What is null is left out.</summary>
internal readonly struct QueryWriter(IRequest request, string prefix)
{
    /// <summary>Writes a text.</summary>
    public void Write(string name, string value)
    {
        if (value is not null)
            request.Parameters[prefix + name] = value;
    }

    /// <summary>Writes a constant.</summary>
    public void Write(string name, ConstantClass value) => Write(name, value?.Value);

    /// <summary>Writes a whole number.</summary>
    public void Write(string name, int? value) => Write(name, value is { } number ? StringUtils.FromInt(number) : null);

    /// <summary>Writes yes or no.</summary>
    public void Write(string name, bool? value) => Write(name, value is { } set ? StringUtils.FromBool(set) : null);

    /// <summary>Writes a moment.</summary>
    public void Write(string name, DateTime? value) => Write(name, value is { } moment ? StringUtils.FromDateTimeToISO8601WithOptionalMs(moment) : null);

    /// <summary>Writes bytes, in base64.</summary>
    public void Write(string name, MemoryStream value) => Write(name, value is not null ? StringUtils.FromMemoryStream(value) : null);

    /// <summary>A writer of a structure's members.</summary>
    public QueryWriter Within(string name) => new(request, $"{prefix}{name}.");

    /// <summary>Writes each value of a list: <c>name.member.1</c> and so on.</summary>
    public void WriteList(string name, List<string> values) => WriteList(name, values, (writer, member, value) => writer.Write(member, value));

    /// <summary>Writes each structure of a list: <c>name.member.1.…</c> and so on.</summary>
    public void WriteList<T>(string name, List<T> values, Action<QueryWriter, T> write) => WriteList(name, values, (writer, member, value) => write(writer.Within(member), value));

    void WriteList<T>(string name, List<T> values, Action<QueryWriter, string, T> write)
    {
        // A list that is set and empty is told from one that is not set.
        if (values is { Count: 0 })
            Write(name, "");
        for (var index = 0; index < (values?.Count ?? 0); index++)
            write(this, $"{name}.member.{StringUtils.FromInt(index + 1)}", values[index]);
    }
}
