package org.sealpost.formats;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.settings.FormatsNotChosen;

/** Puts other formats in force, beginning with the next message. */
@ApplicationScoped
class ChangeFormats implements ApprovedAct {
    static final String SUBJECT = "formats";

    @Inject
    SecuritySettingsRepository settings;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.CHANGE_FORMATS;
    }

    @Override
    public Explanation explain(String payload) {
        FormatPayload change = FormatPayload.parse(payload);
        return Explanation.of("change-formats", change.edition(), change.preferred(), change.floor());
    }

    @Override
    public void check(String payload) {
        next(FormatPayload.parse(payload), new SecuritySettings.Change("", clock.instant(), ""));
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        FormatPayload change = FormatPayload.parse(request.terms().payload());
        SecuritySettings after = next(
                change,
                new SecuritySettings.Change(
                        request.requester().login(),
                        clock.instant(),
                        request.terms().reason()));
        String before = describe(newest());
        settings.add(after);
        return new Done(Act.CHANGE_FORMATS, SUBJECT, before + " -> " + describe(after));
    }

    private SecuritySettings next(FormatPayload change, SecuritySettings.Change by) {
        if (!change.usable()) {
            throw new UnusableFormats(change);
        }
        SecuritySettings before = newest();
        if (before.number() != change.basedOn()) {
            throw new FormatsChangedMeanwhile(before.change().by(), before.number());
        }
        return before.next(new FormatPolicy(change.edition(), change.preferred(), change.floor()), by);
    }

    private SecuritySettings newest() {
        return settings.current().orElseThrow(FormatsNotChosen::new);
    }

    private static String describe(SecuritySettings settings) {
        FormatPolicy policy = settings.policy();
        return policy.edition() + " " + policy.preferred() + " (at least " + policy.floor() + ")";
    }
}
