/**
 * What the verbs have in common: their surroundings, options, exit statuses.
 */
@NullMarked
package org.sealpost.client.command;

import org.jspecify.annotations.NullMarked;
