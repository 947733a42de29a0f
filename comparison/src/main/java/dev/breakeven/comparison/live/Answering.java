package dev.breakeven.comparison.live;

import dev.breakeven.comparison.page.InquiryForm;
import dev.breakeven.comparison.progress.Progress;

/** Works an inquiry out. */
@FunctionalInterface
public interface Answering {

    /**
     * The page of its answer.
     *
     * @param form that the page asks the next one with
     */
    byte[] answer(Inquiry asked, InquiryForm form, Progress progress) throws Exception;
}
