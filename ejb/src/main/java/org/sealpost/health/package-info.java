/**
 * What the checks of readiness have in common: the form of their answers, and how often they really ask.
 * Guards the rule that whoever watches the service, without a login, costs the parts it asks about next to nothing.
 */
@NullMarked
package org.sealpost.health;

import org.jspecify.annotations.NullMarked;
