/** What is printed, as one file. */
export { PosterScreen } from './poster'
export { TaskPaperScreen } from './task-paper'
