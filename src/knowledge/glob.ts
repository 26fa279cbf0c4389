import picomatch from 'picomatch';

/**
 * Tells of globs whether they mean a file, the way VS Code's settings do.
 * @param file path from the folder that the settings belong to, with slashes.
 */
export function meaning(file: string): (glob: string) => boolean {
  return (glob) => picomatch.isMatch(file, glob, { dot: true });
}
