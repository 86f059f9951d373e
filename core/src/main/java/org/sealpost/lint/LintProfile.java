package org.sealpost.lint;

/** Which mailbox-validated certificates a certificate is measured by (S/MIME Baseline Requirements section 7.1.6.1). */
public enum LintProfile {
    /** For mail and nothing else; what is issued here is measured by it. */
    STRICT("2.23.140.1.5.1.3"),
    /** For mail, beside other uses. */
    MULTIPURPOSE("2.23.140.1.5.1.2");

    private final String policy;

    LintProfile(String policy) {
        this.policy = policy;
    }

    /** The policy identifier by which a certificate claims the profile. */
    String policy() {
        return policy;
    }
}
