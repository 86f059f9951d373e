package org.sealpost.settings;

import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.SecuritySettings;

/**
 * One version of the organisation's formats.
 *
 * @param number 1 for the first version; the highest counts
 * @param policy edition, preferred format and floor
 * @param change who chose them, when and why
 */
public record SecuritySettingsView(int number, FormatPolicy policy, SecuritySettings.Change change) {
    static SecuritySettingsView of(SecuritySettings settings) {
        return new SecuritySettingsView(settings.number(), settings.policy(), settings.change());
    }
}
