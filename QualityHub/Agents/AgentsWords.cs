namespace QualityHub.Agents;

/// <summary>The sentences of this room: French in AgentsWords.resx, English in AgentsWords.en.resx.</summary>
public sealed class AgentsWords;
