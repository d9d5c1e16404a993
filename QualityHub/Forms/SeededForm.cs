namespace QualityHub.Forms;

/// <summary>The form every installation starts with: a customer-service call, in four sections.</summary>
public static class SeededForm
{
    public const string Form = "customer-service";

    public const int Version = 1;

    public static FormVersionId Id { get; } = new(new Guid("01990000-0000-7000-8000-000000000001"));

    public static EvaluationForm Definition { get; } = new(
        new("Appel de service client", "Customer service call"),
        [
            new("welcome", new("Accueil", "Welcome"), 20,
            [
                YesNo("greeting", new("Salutation et prénom", "Greeting and first name"), new("L'agent salue et donne son prénom et le service.", "The agent greets and gives first name and service.")),
                YesNo("identity", new("Identité vérifiée", "Identity verified"), new("Deux éléments sont vérifiés avant toute information sur le compte.", "Two items are checked before anything about the account is said.")) with { Critical = true, MayBeNotApplicable = true },
                Scale("tone", new("Ton de l'accueil", "Tone of welcome"), new("Voix posée, sans précipitation.", "Steady voice, unhurried.")),
            ]),
            new("understanding", new("Écoute et compréhension", "Listening and understanding"), 30,
            [
                YesNo("no_interruption", new("Laisse le client finir", "Lets the customer finish"), new("Le client n'est pas coupé pendant qu'il expose sa demande.", "The customer is not cut off while explaining.")),
                YesNo("restated", new("Demande reformulée", "Request restated"), new("L'agent redit la demande et le client confirme.", "The agent restates the request and the customer confirms.")),
                Scale("questions", new("Questions utiles", "Useful questions"), new("Les questions servent la demande et ne se répètent pas.", "Questions serve the request and are not repeated.")),
                Scale("empathy", new("Prise en compte de la gêne", "Acknowledges the inconvenience"), new("La gêne du client est nommée.", "The customer's inconvenience is put in words.")) with { MayBeNotApplicable = true },
            ]),
            new("solution", new("Réponse", "Solution"), 35,
            [
                new("accuracy", QuestionKind.Single, new("Exactitude de la réponse", "Accuracy of the answer"), new("La réponse suit la procédure en vigueur.", "The answer follows the current procedure."))
                {
                    Weight = 2,
                    Options = [new("full", new("Exacte", "Accurate"), 1), new("partial", new("Incomplète", "Incomplete"), 0.5m), new("wrong", new("Fausse", "Wrong"), 0)],
                },
                new("explained", QuestionKind.Multiple, new("Ce qui est expliqué", "What is explained"), new("Chaque point est dit en mots simples.", "Each point is said in plain words."))
                {
                    Options = [new("what", new("La solution", "The solution"), 0.4m), new("when", new("Le délai", "The time it takes"), 0.3m), new("next", new("La suite", "What comes next"), 0.3m)],
                },
                YesNo("hold", new("Mise en attente annoncée", "Hold announced"), new("Motif et durée dits avant l'attente.", "Reason and length said before the hold.")) with { MayBeNotApplicable = true },
                new("steps", QuestionKind.Number, new("Étapes suivies sur 5", "Steps followed out of 5"), new("Nombre d'étapes de la procédure entendues.", "Number of the procedure's steps that were heard.")) { Largest = 5, MayBeNotApplicable = true },
            ]),
            new("closing", new("Conclusion", "Closing"), 15,
            [
                YesNo("summary", new("Résumé de ce qui est convenu", "Summary of what was agreed"), new("L'agent redit ce qui sera fait et quand.", "The agent restates what will be done and when.")),
                YesNo("anything_else", new("Autre question proposée", "Offers further help"), new("L'agent demande si le client a une autre question.", "The agent asks whether there is anything else.")),
                new("remark", QuestionKind.Text, new("À retenir", "Worth remembering"), new("Un fait entendu, pas une impression.", "Something heard, not an impression.")) { Weight = 0 },
            ]),
        ]);

    private static Question YesNo(string key, Bilingual text, Bilingual indicator) => new(key, QuestionKind.YesNo, text, indicator)
    {
        Options = [new("yes", new("Oui", "Yes"), 1), new("no", new("Non", "No"), 0)],
    };

    private static Question Scale(string key, Bilingual text, Bilingual indicator) => new(key, QuestionKind.Scale, text, indicator)
    {
        Options = [.. Enumerable.Range(0, 5).Select(step => new AnswerOption($"{step}", new($"{step}", $"{step}"), step / 4m))],
    };
}
