/** What users write: files that are read whole or refused in one sentence. Nothing here knows what the files are about. */
@NullMarked
package dev.breakeven.comparison.input;

import org.jspecify.annotations.NullMarked;
