using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace QualityHub.Platform;

/// <summary>How ids and instants are kept in the database: ids as lower-case text, instants as UTC text that sorts.</summary>
internal static class TypeHandlers
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    internal static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());

        var register = typeof(TypeHandlers).GetMethod(nameof(RegisterId), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var id in typeof(TypeHandlers).Assembly.GetTypes().Where(IsId))
        {
            register.MakeGenericMethod(id).Invoke(null, null);
        }
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static void RegisterId<TId>()
        where TId : struct, IId<TId> => SqlMapper.AddTypeHandler(new IdHandler<TId>());

    private sealed class IdHandler<TId> : SqlMapper.TypeHandler<TId>
        where TId : struct, IId<TId>
    {
        public override TId Parse(object value) => TId.From(Guid.Parse((string)value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, TId value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.Value.ToString("D", CultureInfo.InvariantCulture);
        }
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);
        }
    }
}
