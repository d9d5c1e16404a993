using QualityHub.Calls;

namespace QualityHub.Telephony.Connectors;

/// <summary>A telephone system that may dial in. <see cref="Secret"/> is protected at rest and never shown again.</summary>
public sealed record Connector
{
    public ConnectorId Id { get; init; }

    public required string Name { get; init; }

    public required string Key { get; init; }

    public required string Secret { get; init; }

    public bool Active { get; init; }
}

/// <summary>What is shown once: the only moment the secret (base64) is readable.</summary>
public sealed record NewConnector(ConnectorId Id, string Key, string Secret);
