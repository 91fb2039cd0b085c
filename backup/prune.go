package backup

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
)

// prune removes the backups that are too many, then the contents that only they named, then what a backup left that
// was broken off. The newest one always stays. While a list cannot be read nothing is removed: nobody knows what it names.
func (k *Keeper) prune(ctx context.Context) error {
	all, err := List(ctx, k.Target)
	if err != nil {
		return err
	}
	kept := all[:min(len(all), max(k.Keep, 1))]
	named := map[string]bool{}
	names := map[string]bool{}
	for _, backup := range kept {
		names[backup.Name] = true
		for _, sha := range backup.Contents {
			named[sha] = true
		}
	}
	for _, old := range slices.Backward(all[len(kept):]) {
		// The list first: what has none is no backup.
		if err := k.Target.DeleteNamed(ctx, old.Name+listSuffix); err != nil {
			return err
		}
	}
	there, err := k.Target.Contents(ctx)
	if err != nil {
		return err
	}
	for sha := range there {
		if !named[sha] {
			if err := k.Target.Delete(ctx, sha); err != nil {
				return err
			}
		}
	}
	found, err := k.Target.Named(ctx)
	if err != nil {
		return err
	}
	for _, name := range found {
		of, isDatabase := strings.CutSuffix(name, databaseSuffix)
		if isDatabase && strings.HasPrefix(of, namePrefix) && !names[of] {
			if err := k.Target.DeleteNamed(ctx, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// sample takes so many at random.
func sample(all []string, count int) []string {
	all = slices.Clone(all)
	rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(count, len(all))]
}
