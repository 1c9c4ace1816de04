package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.InstanceDraft.AuthenticationDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.Secret;

/** {@code authentication} of an instance. */
final class AuthenticationCompletion {

    private final Context context;

    AuthenticationCompletion(Context context) {
        this.context = context;
    }

    static boolean isByHeader(InstanceDraft draft) {
        return draft.authentication != null
                && "AH".equals(draft.authentication.type)
                && draft.authentication.password != null;
    }

    Authentication complete(InstanceDraft draft, int version, AddressFamily family) {
        AuthenticationDraft asked = draft.authentication;
        if (asked == null || (asked.type == null && asked.password == null)) {
            return new Authentication.None();
        }
        if (version == 3) {
            return noAuthentication(asked, "version 3 has no authentication (RFC 5798 9)", "remove the block");
        }
        if (asked.type == null) {
            context.remark(asked.span, "auth_type is not given, adverts are not authenticated", "write auth_type PASS");
            return new Authentication.None();
        }
        if (asked.password == null) {
            return noAuthentication(asked, "auth_pass is not given", "write auth_pass and a password");
        }
        if (asked.type.equals("AH") && family == AddressFamily.IPV6) {
            return noAuthentication(asked, "auth_type AH is for IPv4", "remove the block");
        }
        Secret secret = new Secret(asked.password);
        return asked.type.equals("PASS")
                ? new Authentication.Password(secret)
                : new Authentication.AuthenticationHeader(secret);
    }

    private Authentication noAuthentication(AuthenticationDraft asked, String why, String hint) {
        context.report(DiagnosticCode.CONTRADICTION, asked.span, why + ", adverts are not authenticated", hint);
        return new Authentication.None();
    }
}
