/** How a long piece of work tells whoever watches how far it has come. It knows neither the work nor the watcher. */
@NullMarked
package dev.breakeven.comparison.progress;

import org.jspecify.annotations.NullMarked;
