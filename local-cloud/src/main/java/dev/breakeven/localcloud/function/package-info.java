/**
 * Lambda's side of a function: its package, its execution environments, the pool of them, and the Runtime API that feeds them. The
 * function itself runs in a process of its own, under AWS's genuine runtime interface client or its own bootstrap.
 */
@NullMarked
package dev.breakeven.localcloud.function;

import org.jspecify.annotations.NullMarked;
