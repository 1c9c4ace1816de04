package dev.pollux.grammar.bind;

import dev.pollux.grammar.bind.InstanceDraft.AuthenticationDraft;
import dev.pollux.grammar.diagnostic.DiagnosticCode;
import dev.pollux.grammar.model.AddressFamily;
import dev.pollux.grammar.model.Authentication;
import dev.pollux.grammar.model.Secret;

/** {@code authentication} of an instance. */
final class AuthenticationCompletion {

    private final Context context;
    private final ExtensionCompletion extension;

    AuthenticationCompletion(Context context) {
        this.context = context;
        this.extension = new ExtensionCompletion(context);
    }

    static boolean isByHeader(InstanceDraft draft) {
        return draft.authentication != null
                && draft.extension == null
                && "AH".equals(draft.authentication.type)
                && draft.authentication.password != null;
    }

    Authentication complete(InstanceDraft draft, InstanceForm form) {
        AuthenticationDraft asked = draft.authentication;
        ExtensionDraft signed = draft.extension;
        if (signed != null) {
            if (asked != null) {
                context.contradiction(
                        draft,
                        "authentication and auth_hmac exclude each other, authentication is ignored",
                        "remove it");
            }
            return extension.complete(draft, signed, form);
        }
        if (asked == null || (asked.type == null && asked.password == null)) {
            return new Authentication.None();
        }
        if (form.version() == 3) {
            return noAuthentication(asked, "version 3 has no authentication (RFC 5798 9)", "remove the block");
        }
        if (asked.type == null) {
            context.remark(asked.span, "auth_type is not given, adverts are not authenticated", "write auth_type PASS");
            return new Authentication.None();
        }
        if (asked.password == null) {
            return noAuthentication(asked, "auth_pass is not given", "write auth_pass and a password");
        }
        if (asked.type.equals("AH") && form.family() == AddressFamily.IPV6) {
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
