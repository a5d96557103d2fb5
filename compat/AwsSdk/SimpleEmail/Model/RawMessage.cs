namespace Amazon.SimpleEmail.Model;

/// <summary>A message's bytes.</summary>
public class RawMessage
{
    /// <summary>Empty.</summary>
    public RawMessage()
    {
    }

    /// <summary>With the bytes.</summary>
    public RawMessage(MemoryStream data) => Data = data;

    /// <summary>The bytes.</summary>
    public MemoryStream Data { get; set; }
}
