// Draws the pictures of the samples and writes their annotation files, deliberate violations included.
// Run from the repository: dotnet run --project samples/generator -- samples
using SampleGenerator;

var samples = args.Length > 0 ? args[0] : "samples";
UrbanScenes.Write(Path.Combine(samples, "urban_driving"));
BloodSmears.Write(Path.Combine(samples, "blood_cells"));
