/**
 * What people see and type: the terminal, texts in their language, failures in words. Guards the rule that nothing else
 * touches the screen and that no password is echoed.
 */
@NullMarked
package org.sealpost.client.screen;

import org.jspecify.annotations.NullMarked;
