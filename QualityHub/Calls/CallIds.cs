using QualityHub.Platform;

namespace QualityHub.Calls;

public readonly record struct CallId(Guid Value) : IId<CallId>
{
    public static CallId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>A telephone system that may dial in: a row with a name, a key and a secret.</summary>
public readonly record struct ConnectorId(Guid Value) : IId<ConnectorId>
{
    public static ConnectorId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>How the telephone system names a call. A stop is remembered under it for ever, whatever restarts or reconnects.</summary>
public readonly record struct ExternalCall(ConnectorId Connector, string ExternalId);
