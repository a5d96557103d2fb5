namespace Amazon.SimpleEmail.Model;

/// <summary>A name and a value that go with a message.</summary>
public class MessageTag
{
    /// <summary>ASCII letters, digits, underscores and hyphens, at most 256.</summary>
    public string Name { get; set; }
    /// <summary>As the name.</summary>
    public string Value { get; set; }
}
