import { longJob, stop } from "../../state/longJob";
import { words } from "../../words";

/** How far a job over all files has come, and a way to stop it. */
export function LongWork() {
  const say = words.value.batch;
  const job = longJob.value;
  if (!job) return null;
  return (
    <div class="batch-progress" role="status">
      <progress value={job.done} max={job.total} aria-label={say.progress} />
      <span class="number">{say.working(job.done, job.total)}</span>
      <button type="button" class="small" onClick={stop}>
        {say.cancel}
      </button>
    </div>
  );
}
