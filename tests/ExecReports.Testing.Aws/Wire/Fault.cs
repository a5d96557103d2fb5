namespace ExecReports.Testing.Aws.Wire;

/// <summary>What goes wrong with one request on its way.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>The answer comes late (<see cref="FaultyServer.SlowBy"/>).</summary>
    Slow,
    /// <summary>The service does not get it: too many requests, in the service's own words.</summary>
    Throttle,
    /// <summary>The service does not get it: 500.</summary>
    Error500,
    /// <summary>The service does not get it: 503.</summary>
    Error503,
    /// <summary>No connection comes about. Only where the network itself is played (<see cref="FaultyHandler"/>).</summary>
    NoConnection,
    /// <summary>The service does not get it: 403 with a page of HTML, of a proxy on the way.</summary>
    ProxyPage,
    /// <summary>The service does not get it, and the connection is cut.</summary>
    CutBefore,
    /// <summary>The service takes it, and the connection is cut before the answer.</summary>
    CutAfter,
    /// <summary>The service takes it, and the connection is cut in the middle of the answer.</summary>
    CutWithin,
    /// <summary>The service takes it, and the answer is 500.</summary>
    Error500After,
    /// <summary>The service takes it, and the answer, 200, cannot be read.</summary>
    WrongAnswer,
}
