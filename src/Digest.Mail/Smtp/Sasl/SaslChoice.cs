namespace Digest.Mail.Smtp.Sasl;

/// <summary>Decides how to sign in: the way that is asked for, else the strongest that the server offers.</summary>
internal static class SaslChoice
{
    /// <summary>
    /// The mechanisms to try, in order. There is a second one only behind SCRAM-SHA-256-PLUS, because a server may
    /// offer that and know other channel bindings than ours; never does a refusal lead on to a weaker way.
    /// </summary>
    public static IEnumerable<string> Candidates(SmtpCredentials credentials, SaslGround ground)
    {
        var usable = credentials.Mechanisms.Where(name => ground.Offered.Contains(name) && CanBind(name, ground));
        if (credentials.Mechanism is { } only)
            return usable.Where(name => name == only);

        var list = usable.ToList();
        return list is ["SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", ..] ? list[..2] : list.Take(1);
    }

    /// <param name="name">One of <see cref="Candidates"/>.</param>
    /// <param name="username">Prepared where the mechanism wants it.</param>
    /// <param name="secret">Prepared where the mechanism wants it.</param>
    /// <param name="ground">Where it will be used.</param>
    public static ISaslMechanism Create(string name, string username, string secret, SaslGround ground) => name switch
    {
        "SCRAM-SHA-256-PLUS" or "SCRAM-SHA-256" =>
            new ScramMechanism(username, secret, Binding(name, ground), ScramMechanism.NewNonce()),
        "PLAIN" => new PlainMechanism(username, secret),
        "LOGIN" => new LoginMechanism(username, secret),
        "OAUTHBEARER" => new OAuthBearerMechanism(username, secret, ground.Host, ground.Port),
        "XOAUTH2" => new XOAuth2Mechanism(username, secret),
        _ => throw new InvalidOperationException($"{name} is not known here"),
    };

    private static bool CanBind(string name, SaslGround ground) =>
        name != "SCRAM-SHA-256-PLUS" || ground.ServerEndPoint is not null;

    private static ScramBinding Binding(string name, SaslGround ground)
    {
        if (ground.ServerEndPoint is not { } endPoint)
            return ScramBinding.None;
        if (name == "SCRAM-SHA-256-PLUS")
            return ScramBinding.To(endPoint);

        return ground.Offered.Contains("SCRAM-SHA-256-PLUS") ? ScramBinding.None : ScramBinding.NotOffered;
    }
}
