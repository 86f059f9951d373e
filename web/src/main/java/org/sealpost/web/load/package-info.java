/**
 * How much programs may ask at a time, and how often one of them: whoever is turned away learns it at once and is told when
 * to come again. People's pages, what is published and health never wait for programs.
 */
@NullMarked
package org.sealpost.web.load;

import org.jspecify.annotations.NullMarked;
