/**
 * What travels between people, clients and the Key Manager: the one-time token, the enrolment records and the typed
 * failures. Guards the rule that every failure has a stable code and never carries a secret.
 */
@NullMarked
package org.sealpost.protocol;

import org.jspecify.annotations.NullMarked;
