package org.sealpost.architecture.probe.crypto;

import jakarta.inject.Inject;
import org.sealpost.architecture.probe.settings.OpenService;

/** Core that knows a service and Jakarta EE, and closes a cycle with it. */
public class CoreThatLooksUp {
    @Inject
    OpenService service;
}
