/** TinySite's page against other encoders and decoders, and its count of bytes. */
@NullMarked
package dev.breakeven.core.tinysite;

import org.jspecify.annotations.NullMarked;
