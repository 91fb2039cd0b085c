DROP TABLE imported_tasks;
