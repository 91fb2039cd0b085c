DELETE FROM reminders WHERE kind = 'estimate';
DELETE FROM notifications WHERE kind = 'estimate_nudge';
DELETE FROM task_events WHERE kind = 'estimate_withdrawn';
