package store

import (
	"context"
	"slices"
	"strconv"
	"time"
)

// Queue is a list of tasks for which something is to be done.
type Queue string

const (
	QueueOverdue          Queue = "overdue"
	QueuePromisedToday    Queue = "promised_today"
	QueuePromisedTomorrow Queue = "promised_tomorrow"
	QueueAwaiting         Queue = "awaiting"    // the customer waits for an answer
	QueueReady            Queue = "ready"       // ready for days, and not picked up
	QueueStale            Queue = "stale"       // nobody has changed anything for days
	QueueUnreachable      Queue = "unreachable" // the customer has blocked the bot
)

// DigestPart is how much of a queue a digest tells.
type DigestPart struct {
	Queue Queue   `json:"queue"`
	Count int     `json:"count"`
	Mine  int     `json:"mine"`  // of these, those of the member who is told
	Tasks []int64 `json:"tasks"` // the first ones, those of the member before the others
}

// tasksInDigest is how many tasks of a queue a digest names.
const tasksInDigest = 5

// queued is one of the first tasks that a member has in a queue; member is 0 for those that nobody has.
type queued struct {
	task, member int64
	count        int // of all that the member has in it
}

// digestQueues are what a digest tells of, in this order.
func digestQueues() []Queue {
	return []Queue{QueueOverdue, QueuePromisedToday, QueueAwaiting, QueueReady, QueueUnreachable, QueueStale}
}

// queueConditions choose the tasks of a queue; first is the moment by which they are ordered, the earliest first.
func (s *Store) queueConditions(queue Queue, staleDays int) (w conditions, first string) {
	now := s.now()
	w.store = s
	daysAgo := func(days int) time.Time { return now.In(s.location).AddDate(0, 0, -days) }
	switch queue {
	case QueueOverdue, QueuePromisedToday:
		w.add("t.overdue_at IS NOT NULL AND t.status IN ('ACCEPTED', 'IN_PROGRESS')") // as the index of promises says
		if queue == QueueOverdue {
			w.add("t.overdue_at <= ?", now)
		} else {
			_, endOfToday := s.DayOf(now).bounds(s.location)
			w.add("t.overdue_at > ?", now)
			w.add("t.overdue_at <= ?", endOfToday)
		}
		return w, "t.overdue_at"
	case QueueAwaiting:
		w.add("t.awaiting_reply_since IS NOT NULL")
		return w, "t.awaiting_reply_since"
	case QueueReady:
		w.add("t.ready_since IS NOT NULL")
		w.add("t.ready_since <= ?", daysAgo(readyDays[0]))
		return w, "t.ready_since"
	case QueueUnreachable:
		w.add("t.status <> 'CLOSED'")
		w.add("t.customer_id IN (SELECT id FROM customers WHERE unreachable_at IS NOT NULL)")
		return w, "t.created_at"
	}
	w.add("t.status <> 'CLOSED'") // or SQLite does not see that the index of open tasks holds them
	w.add("t.status IN ('ACCEPTED', 'IN_PROGRESS')")
	w.add("t.updated_at <= ?", daysAgo(staleDays))
	return w, "t.updated_at"
}

// queues reads all queues of a digest.
func (s *Store) queues(ctx context.Context, staleDays int) (queues map[Queue][]queued, err error) {
	queues = map[Queue][]queued{}
	for _, queue := range digestQueues() {
		if queues[queue], err = s.queue(ctx, queue, staleDays); err != nil {
			return nil, err
		}
	}
	return queues, nil
}

// queue reads the first tasks that each member has in a queue.
func (s *Store) queue(ctx context.Context, queue Queue, staleDays int) (all []queued, err error) {
	w, first := s.queueConditions(queue, staleDays)
	rows, err := w.run(ctx, queueStatement(&w, first))
	if err != nil {
		return nil, wrap(err, "read the queue "+string(queue))
	}
	defer rows.Close()
	for rows.Next() {
		var row queued
		if err := rows.Scan(&row.task, &row.member, &row.count); err != nil {
			return nil, wrap(err, "read the queue "+string(queue))
		}
		all = append(all, row)
	}
	return all, wrap(rows.Err(), "read the queue "+string(queue))
}

func queueStatement(w *conditions, first string) string {
	return "SELECT id, member, of_member FROM (SELECT t.id, " + first + " AS first, COALESCE(t.employee_id, 0) AS member, " +
		"count(*) OVER (PARTITION BY t.employee_id) AS of_member, row_number() OVER (PARTITION BY t.employee_id ORDER BY " + first + ", t.id) AS place " +
		"FROM tasks AS t" + w.where() + ") AS q WHERE place <= " + strconv.Itoa(tasksInDigest) + " ORDER BY first, id"
}

// digestFor is what of the queues a member is told; one who wants news of their own tasks alone is told of those.
func digestFor(member Staff, queues map[Queue][]queued) (parts []DigestPart) {
	for _, queue := range digestQueues() {
		part := DigestPart{Queue: queue}
		var others []int64
		counted := map[int64]bool{}
		for _, row := range queues[queue] {
			isMine := row.member == member.ID
			switch {
			case isMine:
				part.Tasks = append(part.Tasks, row.task)
			case member.Notify == NotifyMine:
				continue
			default:
				others = append(others, row.task)
			}
			if !counted[row.member] {
				counted[row.member] = true
				part.Count += row.count
				if isMine {
					part.Mine = row.count
				}
			}
		}
		part.Tasks = append(part.Tasks, others[:min(len(others), tasksInDigest-len(part.Tasks))]...)
		if part.Count > 0 {
			parts = append(parts, part)
		}
	}
	return parts
}

// scheduleDigest has the next digest come when the shop next opens, whatever its hours were when that was last said.
func (s *Store) scheduleDigest(ctx context.Context, shop Shop) error {
	var scheduled []Reminder
	if err := s.read.NewSelect().Model(&scheduled).Where("kind = ?", ReminderDigest).Where("task_id IS NULL").Scan(ctx); err != nil {
		return wrap(err, "look for the digest")
	}
	now := s.now()
	due := shop.nextOpening(now.In(s.location))
	if len(scheduled) == 0 {
		_, err := s.write.ExecContext(ctx, "INSERT INTO reminders (kind, step, due_at, created_at, updated_at) VALUES (?, 0, ?, ?, ?) "+
			"ON CONFLICT (kind) WHERE task_id IS NULL DO NOTHING", ReminderDigest, due, now, now)
		return wrap(err, "schedule the digest")
	}
	if digest := scheduled[0]; digest.DueAt.After(now) && !digest.DueAt.Equal(due) {
		_, err := s.write.NewUpdate().Model((*Reminder)(nil)).Set("due_at = ?", due).Set("updated_at = ?", now).
			Where("id = ?", digest.ID).Where("due_at = ?", digest.DueAt).Exec(ctx)
		return wrap(err, "schedule the digest anew")
	}
	return nil
}

// open are the hours of a day in which the shop is open. One whose hours nobody has said is taken to be open from Monday to Friday
// while it is awake.
func (shop Shop) open(day time.Weekday) Hours {
	if shop.Hours != ([7]Hours{}) {
		return shop.Hours[day]
	}
	if day == time.Saturday || day == time.Sunday {
		return Hours{}
	}
	return shop.Waking
}

// nextOpening is when the shop next opens after a moment in its zone.
func (shop Shop) nextOpening(after time.Time) time.Time {
	for day := after; ; day = day.AddDate(0, 0, 1) {
		hours := shop.open(day.Weekday())
		if opens := hours.From.On(day); !hours.Closed() && opens.After(after) {
			return opens.UTC()
		}
	}
}

// endDigest sends the morning's digest to each member who has linked their Telegram account and for whom there is something in
// it. One that could not be sent before the shop closed is dropped; that of today may come later in the day.
func (t *tx) endDigest(ctx context.Context, shop Shop, reminder Reminder, queues map[Queue][]queued) (ReminderEnd, error) {
	now := t.now.In(t.store.location)
	from := now
	isToday := t.store.DayOf(*reminder.DueAt) == t.store.DayOf(now)
	if !isToday { // that of today is still to come, or is late
		from = time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, -1, now.Location())
	}
	due := shop.nextOpening(from)
	if err := t.putOff(ctx, reminder, 0, &due); err != nil {
		return "", err
	}
	if !isToday || !shop.open(now.Weekday()).Contain(now) {
		return ReminderDropped, nil
	}
	if !shop.Digest {
		return ReminderNobody, nil
	}
	staff, _, err := t.whoHearsNews(ctx)
	if err != nil {
		return "", err
	}
	end := ReminderNobody
	for _, member := range staff {
		parts := digestFor(member, queues)
		if len(parts) == 0 {
			continue
		}
		end = ReminderSent
		notice := Notification{StaffID: member.ID, ChatID: *member.TelegramID, Kind: NotificationDigest, Payload: NotificationPayload{Digest: parts}}
		if err := t.insertNotice(ctx, notice); err != nil {
			return "", err
		}
	}
	return end, nil
}

// addToDigest tells a member of a task in a queue, together with others of the same queue of which they are told just now.
// It is false for a member who is told nothing.
func (t *tx) addToDigest(ctx context.Context, staffID int64, queue Queue, taskID int64) (bool, error) {
	var held []Notification
	query := t.NewSelect().Model(&held).Where("staff_id = ?", staffID).Where("kind = ?", NotificationDigest).Where("state = ?", NotificationQueued).
		Where("not_before > ?", t.now).Order("id DESC").Limit(1)
	if err := t.forUpdate(query).Scan(ctx); err != nil {
		return false, wrap(err, "look for what a member is told just now")
	}
	for _, notice := range held {
		at := slices.IndexFunc(notice.Payload.Digest, func(part DigestPart) bool { return part.Queue == queue })
		if at < 0 {
			continue
		}
		notice.Payload.Digest[at].add(taskID)
		_, err := t.NewUpdate().Model(&notice).Column("payload").WherePK().Exec(ctx)
		return true, wrap(err, "add to what a member is told just now")
	}
	part := DigestPart{Queue: queue}
	part.add(taskID)
	member, err := t.listener(ctx, staffID)
	if err != nil || member == nil {
		return false, err
	}
	notice := Notification{
		StaffID: staffID, ChatID: *member.TelegramID, Kind: NotificationDigest, Payload: NotificationPayload{Digest: []DigestPart{part}}, CreatedAt: t.now,
	}
	notice.queueAgain(t.now.Add(digestGather), t.now)
	_, err = t.NewInsert().Model(&notice).Exec(ctx)
	t.queued = true
	return true, wrap(err, "insert notice")
}

// digestGather is for how long what is told of single tasks waits for more of the same.
const digestGather = 10 * time.Second

func (p *DigestPart) add(taskID int64) {
	p.Count++
	p.Mine++
	if len(p.Tasks) < tasksInDigest {
		p.Tasks = append(p.Tasks, taskID)
	}
}
